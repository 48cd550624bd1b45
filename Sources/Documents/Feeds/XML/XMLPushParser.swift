import CXML

/// libxml2 as a parser that is fed piece by piece: in recovery mode, with entities, network and document types off, and
/// without a tree.
///
/// `xmlCreatePushParserCtxt` and `xmlParseChunk` of libxml2; not safe to be used from two threads at once.
final class XMLPushParser {
    private let handler: any XMLHandler
    private var context: xmlParserCtxtPtr?

    init(_ handler: any XMLHandler) {
        self.handler = handler
        var callbacks = Self.callbacks
        context = xmlCreatePushParserCtxt(&callbacks, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
        // No XML_PARSE_NOENT and no XML_PARSE_DTDLOAD: nothing is expanded and nothing is fetched.
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
            | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        if let context { xmlCtxtUseOptions(context, Int32(bitPattern: options)) }
    }

    deinit {
        if let context { xmlFreeParserCtxt(context) }
    }

    /// Takes the next piece of the document.
    func feed(_ bytes: [UInt8]) {
        guard let context, !bytes.isEmpty else { return }
        bytes.withUnsafeBytes { source in
            _ = xmlParseChunk(
                context, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: source.count), 0)
        }
    }

    /// The document has ended.
    func finish() {
        guard let context else { return }
        _ = xmlParseChunk(context, nil, 0, 1)
    }

    // MARK: What libxml2 calls

    private static var callbacks: xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
            guard let parser = XMLPushParser.from(context) else { return }
            parser.handler.open(
                XMLElement(
                    name: string(name)?.lowercased() ?? "", prefix: string(prefix), namespace: string(uri),
                    attributes: XMLPushParser.attributes(attributes, count: Int(count))))
        }
        callbacks.endElementNs = { context, _, _, _ in XMLPushParser.from(context)?.handler.close() }
        callbacks.characters = { context, bytes, count in XMLPushParser.text(context, bytes, count) }
        callbacks.ignorableWhitespace = { context, bytes, count in XMLPushParser.text(context, bytes, count) }
        callbacks.cdataBlock = { context, bytes, count in XMLPushParser.text(context, bytes, count) }
        return callbacks
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> XMLPushParser? {
        context.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func text(_ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard count > 0, let bytes else { return }
        from(context)?.handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }

    /// Five pointers an attribute: local name, prefix, namespace, and where the value begins and ends.
    private static func attributes(
        _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> [XMLAttribute] {
        guard let pointers, count > 0 else { return [] }
        return (0..<count).compactMap { index in
            let parts = pointers + index * 5
            guard let name = string(parts[0]), let start = parts[3], let end = parts[4], end >= start else { return nil }
            return XMLAttribute(
                name: name.lowercased(), prefix: string(parts[1]),
                value: value(UnsafeBufferPointer(start: start, count: end - start)))
        }
    }

    /// As long as it replaces no entities, libxml2 gives the sign `&` in attributes as `&#38;`, for a second parse that
    /// there is none of here. No other reference is left in a value.
    private static func value(_ bytes: UnsafeBufferPointer<xmlChar>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
    }
}

private func string(_ bytes: UnsafePointer<xmlChar>?) -> String? {
    bytes.map { String(cString: $0) }
}
