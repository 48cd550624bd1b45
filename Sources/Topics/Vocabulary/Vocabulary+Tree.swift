extension Vocabulary {
    /// The topics without a broader one, in the order of the file.
    public var roots: [TopicID] { childPlaces[topics.count].map { topics[$0].id } }

    /// The topics right under one, in the order of the file; empty for an unknown one.
    public func children(of id: TopicID) -> [TopicID] {
        guard let place = place(of: id) else { return [] }
        return childPlaces[place].map { topics[$0].id }
    }

    /// The topics above one, the nearest first.
    public func ancestors(of id: TopicID) -> [TopicID] {
        var ancestors: [TopicID] = []
        var next = topic(id)?.broader
        while let id = next, let topic = topic(id) {
            ancestors.append(id)
            next = topic.broader
        }
        return ancestors
    }

    /// All topics under one, each before its own children; without itself.
    public func descendants(of id: TopicID) -> [TopicID] {
        guard let place = place(of: id) else { return [] }
        var found: [TopicID] = []
        collect(under: place, into: &found)
        return found
    }

    /// Every topic with its depth, a root at 0, each before its children: the tree as it is listed.
    public var outline: [(topic: TopicID, depth: Int)] {
        var lines: [(topic: TopicID, depth: Int)] = []
        var stack = childPlaces[topics.count].reversed().map { (place: $0, depth: 0) }
        while let next = stack.popLast() {
            lines.append((topics[next.place].id, next.depth))
            stack += childPlaces[next.place].reversed().map { (place: $0, depth: next.depth + 1) }
        }
        return lines
    }

    private func collect(under place: Int, into found: inout [TopicID]) {
        var stack = Array(childPlaces[place].reversed())
        while let next = stack.popLast() {
            found.append(topics[next].id)
            stack += childPlaces[next].reversed()
        }
    }
}
