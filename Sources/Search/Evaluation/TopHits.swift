/// The best hits met so far, the worst of them at hand: a heap (J. W. J. Williams, CACM 7(6), 1964).
struct TopHits {
    struct Hit: Hashable {
        var score: Score
        /// The store's sort key: of hits that answer equally well the newest is the better, and of those the lower row, as in a
        /// segment.
        var order: Int64
        var article: Int64

        @inline(__always)
        func isBetter(than other: Hit) -> Bool {
            if score != other.score { return score > other.score }
            return order != other.order ? order > other.order : article < other.article
        }
    }

    let capacity: Int
    private var heap: [Hit] = []

    init(capacity: Int) {
        self.capacity = max(0, capacity)
        heap.reserveCapacity(min(self.capacity, 1_024))
    }

    /// The same for hits of `order` and older ones: where they are older than the worst, an equal score is not enough.
    @inline(__always)
    func threshold(order: Int64) -> Score {
        if heap.count < capacity { return 0 }
        guard capacity > 0 else { return .max }
        return order < heap[0].order ? heap[0].score + 1 : heap[0].score
    }

    /// No hit comes in with less.
    @inline(__always)
    var least: Score { heap.count < capacity ? 0 : heap.first?.score ?? .max }

    /// False where the hit does not come in.
    @discardableResult
    mutating func insert(_ hit: Hit) -> Bool {
        if heap.count < capacity {
            heap.append(hit)
            siftUp()
        } else if let worst = heap.first, hit.isBetter(than: worst) {
            heap[0] = hit
            siftDown()
        } else {
            return false
        }
        return true
    }

    /// From the best to the worst.
    var sorted: [Hit] { heap.sorted { $0.isBetter(than: $1) } }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[parent].isBetter(than: heap[child]) else { return }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[worst].isBetter(than: heap[child]) {
                worst = child
            }
            guard worst != parent else { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
