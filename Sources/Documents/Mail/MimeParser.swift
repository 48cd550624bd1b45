import CMime
import Formats
import Glibc

/// The one place that calls GMime: bytes in, a ``MailMessage`` out. Every object of the library's is owned by a
/// ``MimeObject`` while it is used, and none outlives the call.
struct MimeParser {
    private let limits: MailLimits
    private var partsLeft: Int
    private var isCut = false
    private var textLeft: Int
    private var isTextCut = false

    private static let isReady: Bool = {
        g_mime_init()
        return true
    }()

    /// The message in `bytes`. Nothing where the library finds none. Linear; the library bounds nesting by itself, so
    /// that no depth reaches the call stack.
    static func message(_ bytes: ArraySlice<UInt8>, limits: MailLimits = MailLimits()) -> MailMessage? {
        let mended = MailMender.mended(bytes, limits: limits)
        guard isReady, let stream = stream(of: mended.bytes) else { return nil }
        guard let parser = MimeObject(g_mime_parser_new_with_stream(stream.pointer())) else { return nil }
        g_mime_parser_set_format(parser.pointer(), GMIME_FORMAT_MESSAGE)
        guard let message = MimeObject(g_mime_parser_construct_message(parser.pointer(), nil)) else { return nil }
        var reader = MimeParser(limits: limits, partsLeft: limits.parts)
        var result = reader.message(message.pointer(), depth: 0)
        result.isCut = reader.isCut || mended.isCut
        result.isHeaderCut = mended.isHeaderCut
        result.isTextCut = reader.isTextCut
        return result
    }

    private init(limits: MailLimits, partsLeft: Int) {
        self.limits = limits
        self.partsLeft = partsLeft
        textLeft = limits.textSize
    }

    private static func stream(of bytes: ArraySlice<UInt8>) -> MimeObject? {
        bytes.withUnsafeBytes { MimeObject(g_mime_stream_mem_new_with_buffer($0.baseAddress, $0.count)) }
    }

    // MARK: Messages

    private mutating func message(_ message: UnsafeMutablePointer<GMimeMessage>, depth: Int) -> MailMessage {
        let object = UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self)
        var result = MailMessage()
        let fields = MailFields(object, limits: limits)
        result.subject = fields.text("Subject")
        result.senders = senders(of: message, fields)
        result.date = fields.raw("Date") ?? fields.raw("Resent-Date") ?? fields.raw("Delivery-Date")
        result.id = fields.raw("Message-ID").flatMap(MailFields.identifier)
        result.list = fields.text("List-Id").flatMap(MailFields.listName)
        result.language = fields.text("Content-Language")
        result.savedFrom = fields.text("Snapshot-Content-Location") ?? fields.text("Content-Location")
        result.isBulk = fields.has("List-Id") || fields.has("List-Unsubscribe")
        let root = g_mime_message_get_mime_part(message)
        // The library hands those of the text's form on to the part.
        result.hasHeaders = fields.count > 0 || root.map { MailFields($0, limits: limits).count > 0 } ?? false
        result.body = root.flatMap { part($0, depth: depth) }
        return result
    }

    private func senders(of message: UnsafeMutablePointer<GMimeMessage>, _ fields: MailFields) -> [MailMessage.Sender] {
        for (list, name) in [
            (g_mime_message_get_from(message), "From"), (g_mime_message_get_sender(message), "Sender"),
            (g_mime_message_get_reply_to(message), "Reply-To"),
        ] {
            var found: [MailMessage.Sender] = []
            let count = min(Int(list.map { internet_address_list_length($0) } ?? 0), limits.senders)
            for index in 0..<count {
                guard let address = internet_address_list_get_address(list, Int32(index)) else { continue }
                found += sender(address)
            }
            if !found.isEmpty { return Self.withRemarks(found, fields.text(name)) }
            // What is no address by any rule may still be a name.
            if let text = fields.text(name), !text.isEmpty { return [MailMessage.Sender(name: nil, address: text)] }
        }
        return []
    }

    /// A name that stands in a remark behind the address, as before RFC 822, is told with the address, as it stands there:
    /// a remark may be anything.
    private static func withRemarks(_ senders: [MailMessage.Sender], _ value: String?) -> [MailMessage.Sender] {
        guard let value, !value.contains("<"), senders.count == 1, let name = senders[0].name, value.contains("(\(name))")
        else { return senders }
        return [MailMessage.Sender(name: "\(senders[0].address) (\(name))", address: senders[0].address)]
    }

    private func sender(_ address: UnsafeMutablePointer<InternetAddress>) -> [MailMessage.Sender] {
        let name = internet_address_get_name(address).map { EncodedWords.decode(Self.bytes($0)) }
            .flatMap { $0.isEmpty ? nil : $0 }
        guard MimeObject.isOf(address, internet_address_mailbox_get_type()) else {
            return name.map { [MailMessage.Sender(name: $0, address: $0)] } ?? []
        }
        let mailbox = UnsafeMutableRawPointer(address).assumingMemoryBound(to: InternetAddressMailbox.self)
        guard let place = internet_address_mailbox_get_addr(mailbox) else { return [] }
        let text = EncodedWords.decode(Self.bytes(place))
        return text.isEmpty && name == nil ? [] : [MailMessage.Sender(name: name, address: text)]
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> ArraySlice<UInt8> {
        Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))[...]
    }

    // MARK: Parts

    private mutating func part(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int) -> MailPart? {
        guard partsLeft > 0, depth < limits.depth else {
            isCut = true
            return nil
        }
        partsLeft -= 1
        guard let content = content(of: object, depth: depth) else { return nil }
        var part = MailPart(content: content)
        let fields = MailFields(object, limits: limits)
        if let type = g_mime_object_get_content_type(object) { take(type, of: object, into: &part) }
        part.isAttachment = g_mime_object_get_disposition(object).map { strcasecmp($0, "attachment") == 0 } ?? false
        part.contentID = fields.raw("Content-ID").flatMap(MailFields.identifier)
        part.location = fields.text("Content-Location")
        return part
    }

    private func take(
        _ type: UnsafeMutablePointer<GMimeContentType>, of object: UnsafeMutablePointer<GMimeObject>, into part: inout MailPart
    ) {
        guard Self.isWhole(MailFields(object, limits: limits)) else { return }
        part.type = g_mime_content_type_get_media_type(type).map { String(cString: $0).lowercased() } ?? "text"
        part.subtype = g_mime_content_type_get_media_subtype(type).map { String(cString: $0).lowercased() } ?? "plain"
        func parameter(_ name: String) -> String? {
            g_mime_object_get_content_type_parameter(object, name).map { String(cString: $0) }
        }
        part.charset = parameter("charset")
        part.isFlowed = parameter("format")?.lowercased() == "flowed"
        part.deletesBlanks = parameter("delsp")?.lowercased() == "yes"
        part.start = parameter("start").flatMap { MailFields.identifier(Array($0.utf8)[...]) }
    }

    private mutating func content(of object: UnsafeMutablePointer<GMimeObject>, depth: Int) -> MailPart.Content? {
        let raw = UnsafeMutableRawPointer(object)
        if MimeObject.isOf(object, g_mime_multipart_get_type()) {
            let multipart = raw.assumingMemoryBound(to: GMimeMultipart.self)
            var parts: [MailPart] = []
            for index in 0..<max(0, g_mime_multipart_get_count(multipart)) {
                guard partsLeft > 0 else {
                    isCut = true
                    break
                }
                guard let child = g_mime_multipart_get_part(multipart, index) else { continue }
                if let part = part(child, depth: depth + 1) { parts.append(part) }
            }
            return .parts(parts)
        }
        if MimeObject.isOf(object, g_mime_message_part_get_type()) {
            let part = raw.assumingMemoryBound(to: GMimeMessagePart.self)
            return g_mime_message_part_get_message(part).map { .message(message($0, depth: depth + 1)) }
        }
        guard MimeObject.isOf(object, g_mime_part_get_type()) else { return nil }
        guard isText(object) else { return .leaf([]) }
        return .leaf(decoded(raw.assumingMemoryBound(to: GMimePart.self)))
    }

    private func isText(_ object: UnsafeMutablePointer<GMimeObject>) -> Bool {
        guard let type = g_mime_object_get_content_type(object), Self.isWhole(MailFields(object, limits: limits)) else {
            return true
        }
        return g_mime_content_type_is_type(type, "text", "*") != 0
            || g_mime_content_type_is_type(type, "application", "xhtml+xml") != 0
    }

    /// Whether the part's type is named in full. One that is not is plain text (RFC 2045, section 5.2).
    private static func isWhole(_ fields: MailFields) -> Bool {
        guard let value: ArraySlice<UInt8> = fields.raw("Content-Type") else { return true }
        return value.prefix { $0 != UInt8(ascii: ";") }.contains(UInt8(ascii: "/"))
    }

    /// What the part holds, with its transfer encoding undone.
    private mutating func decoded(_ part: UnsafeMutablePointer<GMimePart>) -> [UInt8] {
        guard let content = g_mime_part_get_content(part), let stream = MimeObject(g_mime_stream_mem_new()),
            g_mime_data_wrapper_write_to_stream(content, stream.pointer()) >= 0,
            let array = g_mime_stream_mem_get_byte_array(stream.pointer()), let data = array.pointee.data
        else { return [] }
        let count = Int(array.pointee.len)
        let taken = min(count, textLeft)
        textLeft -= taken
        if taken < count { isTextCut = true }
        return Array(UnsafeBufferPointer(start: data, count: taken))
    }
}

/// Owns one object of GLib's: the reference that it was made with is given back with it.
final class MimeObject {
    private let raw: UnsafeMutableRawPointer

    init?<Value>(_ pointer: UnsafeMutablePointer<Value>?) {
        guard let pointer else { return nil }
        raw = UnsafeMutableRawPointer(pointer)
    }

    deinit { g_object_unref(raw) }

    func pointer<Value>() -> UnsafeMutablePointer<Value> { raw.assumingMemoryBound(to: Value.self) }

    /// Whether `object` is of the class `type` or of one below it.
    static func isOf<Value>(_ object: UnsafeMutablePointer<Value>, _ type: GType) -> Bool {
        g_type_check_instance_is_a(UnsafeMutableRawPointer(object).assumingMemoryBound(to: GTypeInstance.self), type) != 0
    }
}
