/// The segments that are merged, the one with the least term first: a binary heap of their numbers.
struct MergeHeap {
    private var heap: [Int] = []

    init(_ cursors: [TermCursor]) {
        for index in cursors.indices { insert(index, cursors) }
    }

    /// Takes out all that stand on the least term into `group`, in ascending order; false at the end.
    mutating func take(_ cursors: [TermCursor], into group: inout [Int]) -> Bool {
        group.removeAll(keepingCapacity: true)
        guard let first = heap.first else { return false }
        while let next = heap.first, next == first || !cursors[first].precedes(cursors[next]) {
            group.append(next)
            removeFirst(cursors)
        }
        group.sort()
        return true
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
        cursors[left].precedes(cursors[right])
    }
}
