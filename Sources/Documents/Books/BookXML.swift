/// Reads the small XML files of a book: libxml2 with everything off, behind the mender that bounds nesting.
enum BookXML {
    private static let depth = 100

    static func read(_ bytes: [UInt8], with handler: any XMLHandler) {
        let text = HTMLDecoding(bytes).bytes
        var mender = XMLMender(text, depthLimit: depth)
        let parser = XMLPushParser(handler)
        while let piece = mender.next() { parser.feed(piece) }
        parser.finish()
    }
}

/// Keeps the path of open elements and the text of the innermost one that is listened to.
class BookXMLHandler: XMLHandler {
    private(set) var path: [String] = []
    private var text: [UInt8]?
    private var listening = 0
    private static let textSize = 4_000

    func open(_ element: XMLElement) {
        path.append(element.name)
        if opened(element), text == nil {
            text = []
            listening = path.count
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let count = text?.count, count < Self.textSize else { return }
        text?.append(contentsOf: bytes.prefix(Self.textSize - count))
    }

    func close() {
        guard let name = path.last else { return }
        if let bytes = text, path.count == listening {
            text = nil
            took(MailText.oneLine(String(decoding: bytes, as: UTF8.self)), of: name)
        }
        closed(name)
        path.removeLast()
    }

    /// An element opened, which is the last of ``path`` then. Answers whether its text is wanted.
    func opened(_ element: XMLElement) -> Bool { false }
    /// The text of an element that was wanted.
    func took(_ text: String, of name: String) {}
    func closed(_ name: String) {}
}
