import Glibc

/// Plain values that grow, in memory that suits tables which are reached at random.
///
/// From a megabyte on the memory is mapped, and the system asked for large pages: in a table of tens of megabytes nearly every look
/// would else first wait for the place of its page, which takes longer than the look itself. So much more of the address space
/// is taken then than is needed that the values hardly ever move; what was not written to takes no memory.
///
/// The values are reached without checks in optimised builds: indices come from the owner's own counting, never from input.
public struct LargeArray<Element: BitwiseCopyable>: ~Copyable {
    /// Valid until the next call that may grow the array.
    public private(set) var base: UnsafeMutablePointer<Element>
    public private(set) var count = 0
    private var memory: Memory

    /// From so many bytes on memory is mapped.
    private static var mappedSize: Int { 1 << 20 }

    /// Memory that was taken from the system, in bytes.
    struct Memory {
        let start: UnsafeMutableRawPointer
        let size: Int
        let isMapped: Bool

        /// At least `size` bytes, all zero.
        init(size: Int) {
            if size >= LargeArray.mappedSize, let start = Self.map(size) {
                (self.start, self.size, isMapped) = (start, size, true)
                return
            }
            start = .allocate(byteCount: max(16, size), alignment: 16)
            start.initializeMemory(as: UInt8.self, repeating: 0, count: max(16, size))
            (self.size, isMapped) = (max(16, size), false)
        }

        private static func map(_ size: Int) -> UnsafeMutableRawPointer? {
            let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
            guard let start = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0), start != MAP_FAILED else { return nil }
            // Where it has none to give, small ones do.
            madvise(start, size, MADV_HUGEPAGE)
            return start
        }

        func release() {
            if isMapped { munmap(start, size) } else { start.deallocate() }
        }
    }

    /// An empty array with room for `capacity` values.
    public init(capacity: Int = 0) {
        memory = Memory(size: capacity * MemoryLayout<Element>.stride)
        base = memory.start.assumingMemoryBound(to: Element.self)
    }

    /// `count` values of which every byte is zero.
    public init(zeros count: Int) {
        self.init(capacity: count)
        self.count = count
    }

    deinit { memory.release() }

    private var capacity: Int { memory.size / MemoryLayout<Element>.stride }

    /// The values. Valid until the next call that may grow the array.
    public var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    public subscript(index: Int) -> Element {
        get {
            assert(index >= 0 && index < count)
            return base[index]
        }
        set {
            assert(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    @inline(__always)
    public mutating func append(_ value: Element) {
        if count == capacity { grow(to: count + 1) }
        base[count] = value
        count &+= 1
    }

    public mutating func append(contentsOf values: UnsafeBufferPointer<Element>) {
        guard let start = values.baseAddress else { return }
        if count + values.count > capacity { grow(to: count + values.count) }
        (base + count).update(from: start, count: values.count)
        count += values.count
    }

    /// Appends values of which every byte is zero until there are `count`.
    public mutating func extend(to count: Int) {
        guard count > self.count else { return }
        if count > capacity { grow(to: count) }
        UnsafeMutableRawPointer(base + self.count)
            .initializeMemory(as: UInt8.self, repeating: 0, count: (count - self.count) * MemoryLayout<Element>.stride)
        self.count = count
    }

    /// Makes room for `more` values, which the caller writes before anything reads them.
    @inline(__always)
    public mutating func lengthen(by more: Int) {
        if count &+ more > capacity { grow(to: count + more) }
        count &+= more
    }

    /// Keeps the first `count` values, and the memory.
    public mutating func truncate(to count: Int) { self.count = min(self.count, max(0, count)) }

    /// Doubles the memory; where it is mapped, it becomes sixteen times as large, which costs only addresses.
    @inline(never)
    private mutating func grow(to needed: Int) {
        let bytes = needed * MemoryLayout<Element>.stride
        let larger = max(bytes, memory.size * 2)
        let made = Memory(size: larger >= Self.mappedSize ? max(bytes, memory.size * 16) : larger)
        made.start.copyMemory(from: memory.start, byteCount: count * MemoryLayout<Element>.stride)
        memory.release()
        memory = made
        base = made.start.assumingMemoryBound(to: Element.self)
    }
}
