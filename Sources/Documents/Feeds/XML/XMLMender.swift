import Formats

/// Makes well-formed XML of what feeds are, piece by piece, so that the parser behind it loses nothing by it.
///
/// A sign `&` that begins no reference is a character; references to HTML's names and to the simple entities of the
/// document's own type become what they stand for, and no other entity is known, so that nothing expands and nothing is
/// fetched. Elements are closed in order; an end without a beginning is left out; an item that begins inside another
/// ends that. Remarks, instructions and document types go, CDATA becomes text, controls go, and the C1 controls become
/// the characters of Windows-1252 that were meant. All of it stands inside one element of ours, so that junk around the
/// root, and a second root, do no harm.
///
/// Linear in the length of the text; holds no more than the piece it is making.
struct XMLMender {
    let source: [UInt8]
    var position = 0
    var output: [UInt8] = []
    var entities = XMLEntities()
    private var open: [OpenElement] = []
    /// Elements that were left out since they are nested too deeply, and are not closed yet.
    private var tooDeep = 0
    private let depthLimit: Int
    /// Where the CDATA section at the position ends.
    var sectionEnd: Int?
    private var hasBegun = false
    private var hasEnded = false
    /// Marks that do not occur in the rest of the text, so that they are looked for once.
    var missing: Set<XMLMark> = []

    private static let pieceSize = 16 << 10
    /// Bytes of a name; what is longer is text.
    static let nameLimit = 256
    /// Bytes of an attribute's value; a longer attribute is left out.
    static let valueLimit = 64 << 10
    static let attributeLimit = 100

    private struct OpenElement {
        var hash: UInt64
        var name: Range<Int>
    }

    /// `source` is valid UTF-8.
    init(_ source: [UInt8], depthLimit: Int) {
        self.source = source
        self.depthLimit = depthLimit
    }

    /// The next piece; nothing at the end.
    mutating func next() -> [UInt8]? {
        guard !hasEnded else { return nil }
        output.removeAll(keepingCapacity: true)
        if !hasBegun {
            hasBegun = true
            output.append(contentsOf: "<mended>".utf8)
        }
        while position < source.count, output.count < Self.pieceSize { step() }
        if position >= source.count {
            hasEnded = true
            while let last = open.popLast() { writeEnd(last.name) }
            output.append(contentsOf: "</mended>".utf8)
        }
        return output
    }

    private mutating func step() {
        if let end = sectionEnd { return takeSection(to: end) }
        switch source[position] {
        case UInt8(ascii: "<"): takeMarkup()
        case UInt8(ascii: "&"): takeReference()
        default: takeText(to: textEnd)
        }
    }

    /// Where the text at the position ends: at the next sign of markup, or when a piece is full.
    private var textEnd: Int {
        let limit = min(source.count, position + Self.pieceSize)
        var end = position
        while end < limit, source[end] != UInt8(ascii: "<"), source[end] != UInt8(ascii: "&") { end += 1 }
        return characterEnd(end)
    }

    /// A character stays whole.
    private func characterEnd(_ place: Int) -> Int {
        var end = place
        while end < source.count, source[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }

    private mutating func takeSection(to end: Int) {
        takeText(to: min(end, characterEnd(min(end, position + Self.pieceSize))))
        guard position >= end else { return }
        sectionEnd = nil
        position = min(end + 3, source.count)
    }

    // MARK: Elements

    mutating func begin(_ name: Range<Int>, attributes: [XMLMendedAttribute], isEmpty: Bool) {
        let hash = Self.hash(source[name])
        if Self.entries.contains(where: { source[name].elementsEqual($0) }),
            let inside = open.lastIndex(where: { isSame($0, hash, name) })
        {
            close(to: inside)
        }
        let isVoid = isEmpty || Self.voids.contains { source[name].elementsEqual($0) }
        guard open.count < depthLimit else {
            if !isVoid { tooDeep += 1 }
            return
        }
        output.append(UInt8(ascii: "<"))
        writeName(name)
        for attribute in attributes { write(attribute) }
        if isVoid { output.append(UInt8(ascii: "/")) }
        output.append(UInt8(ascii: ">"))
        if !isVoid { open.append(OpenElement(hash: hash, name: name)) }
    }

    mutating func end(_ name: Range<Int>) {
        if tooDeep > 0 {
            tooDeep -= 1
            return
        }
        let hash = Self.hash(source[name])
        guard let index = open.lastIndex(where: { isSame($0, hash, name) }) else { return }
        close(to: index)
    }

    var isInsideRoot: Bool { !open.isEmpty }

    private mutating func close(to index: Int) {
        while open.count > index, let last = open.popLast() { writeEnd(last.name) }
    }

    private func isSame(_ element: OpenElement, _ hash: UInt64, _ name: Range<Int>) -> Bool {
        element.hash == hash && source[element.name].elementsEqual(source[name])
    }

    /// They never stand inside each other.
    private static let entries = [Array("item".utf8), Array("entry".utf8)]
    /// What HTML never closes, where it stands in a feed without being escaped.
    private static let voids = ["br", "hr", "img", "wbr", "BR", "HR", "IMG"].map { Array($0.utf8) }

    /// FNV-1a.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    // MARK: Writing

    private mutating func writeEnd(_ name: Range<Int>) {
        output.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
        writeName(name)
        output.append(UInt8(ascii: ">"))
    }

    /// Letters beyond ASCII, of which XML allows some, become underscores, and so does every colon but one.
    private mutating func writeName(_ name: Range<Int>) {
        var hasColon = false
        for byte in source[name] {
            let isColon = byte == UInt8(ascii: ":")
            output.append(byte >= 0x80 || (isColon && hasColon) ? UInt8(ascii: "_") : byte)
            hasColon = hasColon || isColon
        }
    }

    private mutating func write(_ attribute: XMLMendedAttribute) {
        output.append(0x20)
        writeName(attribute.name)
        output.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
        let outer = position
        position = attribute.value.lowerBound
        while position < attribute.value.upperBound {
            if source[position] == UInt8(ascii: "&") {
                takeReference()
            } else {
                let rest = source[position..<attribute.value.upperBound]
                takeText(to: rest.firstIndex(of: UInt8(ascii: "&")) ?? attribute.value.upperBound)
            }
        }
        position = outer
        output.append(UInt8(ascii: "\""))
    }
}

/// Where an attribute's name and value stand in the source.
struct XMLMendedAttribute {
    var name: Range<Int>
    var value: Range<Int>
}

/// What markup may end with.
enum XMLMark: Hashable {
    case quote, apostrophe, remark, section, instruction
}
