/// A value that is being read.
struct FeedField {
    /// The parts of a person in Atom.
    enum Part: Hashable {
        case text, name, email, other

        init?(_ name: String) {
            switch name {
            case "name": self = .name
            case "email": self = .email
            case "uri", "url", "homepage": self = .other
            default: return nil
            }
        }
    }

    var word: FeedWord
    var vocabulary: FeedVocabulary
    var element: XMLElement
    var value: FeedValue
    /// How many elements stand around it.
    var depth: Int
    var isInSource: Bool
    var part = Part.text
    var person = FeedEntry.Person()
    /// Categories inside of a category.
    var nested: [String] = []

    /// Whether the limit was met; from then on nothing is added.
    private(set) var isCut = false

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
        isCut = isCut || value.bytes.count + person.name.utf8.count + person.email.utf8.count + bytes.count > limit
        guard !isCut else { return }
        switch part {
        case .text:
            if value.form == .inline { appendEscaped(bytes) } else { value.bytes.append(contentsOf: bytes) }
        case .name: person.name += String(decoding: bytes, as: UTF8.self)
        case .email: person.email += String(decoding: bytes, as: UTF8.self)
        case .other: break
        }
    }

    var text: String { FeedAddress.cleaned(String(decoding: value.bytes, as: UTF8.self)) }

    // MARK: Markup

    mutating func openMarkup(_ element: XMLElement, limit: Int) {
        // Who says «text» and writes elements, or HTML as elements beside escaped HTML, means markup from here on.
        if value.form != .inline { value.form = .inline }
        guard !isCut, value.bytes.count < limit else { return }
        value.bytes.append(UInt8(ascii: "<"))
        value.bytes.append(contentsOf: element.name.utf8)
        for attribute in element.attributes where attribute.prefix == nil {
            value.bytes.append(0x20)
            value.bytes.append(contentsOf: attribute.name.utf8)
            value.bytes.append(contentsOf: "=\"".utf8)
            var text = attribute.value
            text.withUTF8 { appendEscaped($0) }
            value.bytes.append(UInt8(ascii: "\""))
        }
        value.bytes.append(UInt8(ascii: ">"))
    }

    mutating func closeMarkup(_ name: String, limit: Int) {
        guard !Self.voids.contains(name), value.bytes.count < limit + 1_000 else { return }
        value.bytes.append(contentsOf: "</\(name)>".utf8)
    }

    mutating func addNested(_ element: XMLElement) {
        guard nested.count < 20, let text = element.attribute("text") else { return }
        nested.append(text)
    }

    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): value.bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): value.bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): value.bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): value.bytes.append(contentsOf: "&quot;".utf8)
            default: value.bytes.append(byte)
            }
        }
    }

    private static let voids: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
}
