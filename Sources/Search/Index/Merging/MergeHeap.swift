/// The segments that are merged, the one with the least term first: a binary heap of their numbers.
struct MergeHeap {
    private var heap: [Int] = []

    init(_ cursors: [TermCursor]) {
        for index in cursors.indices { insert(index, cursors) }
    }

    /// The least term; nothing at the end.
    func first(_ cursors: [TermCursor]) -> [UInt8]? { heap.first.map { cursors[$0].key } }

    /// Takes out all that stand on the least term, in ascending order.
    mutating func take(_ cursors: [TermCursor]) -> [Int] {
        guard let first = heap.first else { return [] }
        let key = cursors[first].key
        var group: [Int] = []
        while let next = heap.first, cursors[next].key == key {
            group.append(next)
            removeFirst(cursors)
        }
        return group.sorted()
    }

    /// Puts in a segment, unless it has no term left.
    mutating func insert(_ index: Int, _ cursors: [TermCursor]) {
        guard !cursors[index].isAtEnd else { return }
        heap.append(index)
        var place = heap.count - 1
        while place > 0, precedes(heap[place], heap[(place - 1) / 2], cursors) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func removeFirst(_ cursors: [TermCursor]) {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && precedes(heap[child], heap[least], cursors) {
                least = child
            }
            if least == place { return }
            heap.swapAt(place, least)
            place = least
        }
    }

    private func precedes(_ left: Int, _ right: Int, _ cursors: [TermCursor]) -> Bool {
        cursors[left].key.lexicographicallyPrecedes(cursors[right].key)
    }
}
