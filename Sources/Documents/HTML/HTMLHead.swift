/// What stands above a page's body, apart from metadata.
struct HTMLHead {
    /// The address that relative links start from, as written.
    private(set) var base: UnsafeBufferPointer<UInt8>?
    private(set) var title: String?
    private(set) var language: String?

    init(_ tree: HTMLTree) {
        var index = 0
        while index < tree.nodes.count {
            switch tree.nodes[index].tag {
            case .html: language = tree.string("lang", of: index) ?? tree.string("xml:lang", of: index)
            case .title where title == nil:
                let line = tree.line(of: index, limit: 2_000)
                if !line.isEmpty { title = line }
            case .base where base == nil: base = tree.attribute("href", of: index)
            case .body: return
            default: break
            }
            index += 1
        }
    }
}
