import CGumbo
import Glibc

/// A parsed page, laid flat: its elements and texts in the order of the source, each knowing where what is in it ends.
/// Walks over it are loops, so that no depth of nesting reaches the call stack.
final class HTMLTree {
    /// An element or a text.
    struct Node {
        let pointer: UnsafeMutablePointer<GumboNode>
        /// The place of the element around it; -1 for the first.
        let parent: Int32
        /// The place behind the last node in it.
        var end: Int32
        let tag: HTMLTag

        var isText: Bool { tag == .text }
    }

    private(set) var nodes: [Node] = []
    private let arena: UnsafeMutablePointer<DossierArena>

    /// The tree of `bytes`, which are UTF-8, within `limits`; nothing where it would take too much memory.
    init?(_ bytes: [UInt8], limits: HTMLLimits) {
        let source = HTMLGuard.prepared(bytes, limits: limits)
        guard source.count <= limits.sourceSize else { return nil }
        var arena: UnsafeMutablePointer<DossierArena>?
        // The tree points into the bytes only for the original text of tags, which nobody reads; it is safe to let go
        // of their address.
        let output = source.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                dossier_gumbo_parse($0.baseAddress ?? HTMLTree.nothing, $0.count, limits.treeSize, &arena)
            }
        }
        guard let output, let arena, let root = output.pointee.root else { return nil }
        self.arena = arena
        flatten(root, expected: source.count / 24)
    }

    deinit { dossier_arena_free(arena) }

    private nonisolated(unsafe) static let nothing = UnsafePointer<CChar>(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

    private func flatten(_ root: UnsafeMutablePointer<GumboNode>, expected: Int) {
        nodes.reserveCapacity(min(expected, 1 << 20))
        var open: [(index: Int, next: Int)] = []
        add(root, under: -1, to: &open)
        while let last = open.last {
            let children = nodes[last.index].pointer.pointee.v.element.children
            guard last.next < Int(children.length) else {
                nodes[last.index].end = Int32(nodes.count)
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            guard let child = children.data[last.next] else { continue }
            add(child.assumingMemoryBound(to: GumboNode.self), under: last.index, to: &open)
        }
    }

    private func add(
        _ pointer: UnsafeMutablePointer<GumboNode>, under parent: Int, to open: inout [(index: Int, next: Int)]
    ) {
        let type = pointer.pointee.type
        let index = nodes.count
        switch type {
        case GUMBO_NODE_ELEMENT:
            let tag = HTMLTag(pointer.pointee.v.element.tag)
            nodes.append(Node(pointer: pointer, parent: Int32(parent), end: Int32(index + 1), tag: tag))
            let hasText = tag.rawValue != HTMLTag(GUMBO_TAG_SVG).rawValue
            if hasText, pointer.pointee.v.element.children.length > 0 { open.append((index, 0)) }
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
            nodes.append(Node(pointer: pointer, parent: Int32(parent), end: Int32(index + 1), tag: .text))
        default: break
        }
    }

    // MARK: What a node holds

    /// The bytes of a text.
    func text(of index: Int) -> UnsafeBufferPointer<UInt8> {
        Self.bytes(nodes[index].pointer.pointee.v.text.text)
    }

    /// The value of the attribute `name`, which is in lower case; nothing where the element has none.
    func attribute(_ name: StaticString, of index: Int) -> UnsafeBufferPointer<UInt8>? {
        guard !nodes[index].isText else { return nil }
        let attributes = nodes[index].pointer.pointee.v.element.attributes
        for place in 0..<Int(attributes.length) {
            guard let entry = attributes.data[place]?.assumingMemoryBound(to: GumboAttribute.self),
                Self.equals(entry.pointee.name, name)
            else { continue }
            return Self.bytes(entry.pointee.value)
        }
        return nil
    }

    func string(_ name: StaticString, of index: Int) -> String? {
        attribute(name, of: index).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The attributes that say what part of a page an element is.
    enum NamingAttribute { case classOrID, role, itemprop, ariaHidden }

    /// Calls for each of them, in their order.
    func attributes(of index: Int) -> some Sequence<(NamingAttribute, UnsafeBufferPointer<UInt8>)> {
        let attributes = nodes[index].pointer.pointee.v.element.attributes
        return (0..<Int(attributes.length)).lazy.compactMap { place in
            guard let entry = attributes.data[place]?.assumingMemoryBound(to: GumboAttribute.self),
                let name = entry.pointee.name, let attribute = Self.naming(name)
            else { return nil }
            return (attribute, Self.bytes(entry.pointee.value))
        }
    }

    private static func naming(_ name: UnsafePointer<CChar>) -> NamingAttribute? {
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "c") where equals(name, "class"): .classOrID
        case UInt8(ascii: "i") where equals(name, "id"): .classOrID
        case UInt8(ascii: "i") where equals(name, "itemprop"): .itemprop
        case UInt8(ascii: "r") where equals(name, "role"): .role
        case UInt8(ascii: "a") where equals(name, "aria-hidden"): .ariaHidden
        case UInt8(ascii: "d") where equals(name, "data-testid") || equals(name, "data-component"): .classOrID
        default: nil
        }
    }

    private static func equals(_ text: UnsafePointer<CChar>?, _ name: StaticString) -> Bool {
        guard let text else { return false }
        let count = name.utf8CodeUnitCount
        return strncmp(text, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self), count) == 0
            && text[count] == 0
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: strlen(text))
    }

    /// The places in `range` of elements of a kind, in their order.
    func places(of tag: HTMLTag, in range: Range<Int>) -> [Int] { range.filter { nodes[$0].tag == tag } }

    /// Everything below the element at `index`.
    func inside(_ index: Int) -> Range<Int> { (index + 1)..<max(index + 1, Int(nodes[index].end)) }

    func parent(of index: Int) -> Int? {
        let parent = Int(nodes[index].parent)
        return parent >= 0 ? parent : nil
    }

    /// The text below `index` on one line, as far as `limit` bytes.
    func line(of index: Int, limit: Int = 4_096) -> String {
        var inline = HTMLInline()
        for place in index..<Int(nodes[index].end) {
            if nodes[place].isText {
                inline.append(text(of: place))
            } else if nodes[place].tag == .br || nodes[place].tag.isBlock {
                inline.appendBlank()
            }
            if inline.count > limit { break }
        }
        return inline.finished().text
    }
}
