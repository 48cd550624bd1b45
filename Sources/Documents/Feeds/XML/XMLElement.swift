/// An element as it opens.
struct XMLElement {
    /// The local name, in lower case: feeds are not of one mind about it.
    var name: String
    var prefix: String?
    /// The namespace; nothing where none was declared.
    var namespace: String?
    var attributes: [XMLAttribute]

    /// The value of the attribute with that local name, without regard to case; those without a prefix first.
    func attribute(_ name: String) -> String? {
        let named = attributes.filter { $0.name == name }
        return (named.first { $0.prefix == nil } ?? named.first)?.value
    }

    /// `xml:base`, `xml:lang`.
    func ofXML(_ name: String) -> String? {
        attributes.first { $0.prefix == "xml" && $0.name == name }?.value
    }
}

struct XMLAttribute {
    /// The local name, in lower case.
    var name: String
    var prefix: String?
    var value: String
}

/// Is told of a document's parts, in their order. Every element that opens is closed.
protocol XMLHandler: AnyObject {
    func open(_ element: XMLElement)
    /// A stretch of UTF-8; a text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    func close()
}
