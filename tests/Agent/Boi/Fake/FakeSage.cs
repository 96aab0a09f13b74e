using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Isthmus.Agent.Boi;

namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>
/// Sage as its COM objects show it: plain objects with the same members, which write down what is called on which thread.
/// </summary>
internal sealed class FakeSage : IComLibrary
{
    private readonly ConcurrentDictionary<object, int> released = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<object> made = new();

    /// <summary>Every call in order, such as "nSetCompany ABC".</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentDictionary<int, bool> Threads { get; } = new();

    /// <summary>Verbs that break, by "SO_SalesOrder_bus.nWrite", with how often.</summary>
    public ConcurrentDictionary<string, int> Breaks { get; } = new();

    /// <summary>Verbs that give 0, by the same names, with what sLastErrorMsg says.</summary>
    public ConcurrentDictionary<string, string> Refusals { get; } = new();

    /// <summary>Verbs that give -1.</summary>
    public ConcurrentDictionary<string, string> Warnings { get; } = new();

    /// <summary>Objects that Windows does not let go of.</summary>
    public ConcurrentDictionary<string, bool> Stuck { get; } = new();

    public FakeFiles Files { get; } = new();

    public IReadOnlyList<string> Unreleased => [.. made.Where(each => !released.ContainsKey(each)).Select(each => each.ToString()!)];

    /// <summary>In which order objects were released.</summary>
    public ConcurrentQueue<string> Releases { get; } = new();

    public object Create(string progId) => Keep(new FakeScript(this));

    public void Release(object target)
    {
        if (Stuck.ContainsKey(target.ToString()!)) throw new COMException("The object is not connected.", unchecked((int)0x800401FD));
        released.AddOrUpdate(target, 1, (_, times) => times + 1);
        Releases.Enqueue(target.ToString()!);
    }

    public bool ReleasedTwice => released.Values.Any(times => times > 1);

    public T Keep<T>(T each) where T : notnull
    {
        made.Enqueue(each);
        return each;
    }

    /// <summary>Writes a call down, and meets what was arranged for it: 1, 0 or -1.</summary>
    public int Call(FakeMember from, string verb, params object[] arguments)
    {
        Threads[Environment.CurrentManagedThreadId] = true;
        Calls.Enqueue(string.Join(' ', [verb, .. arguments]));
        var name = $"{from}.{verb}";
        if (Breaks.TryGetValue(name, out var left) && left > 0)
        {
            Breaks[name] = left - 1;
            throw new COMException("The remote procedure call failed.", unchecked((int)0x800706BE));
        }
        if (Refusals.TryGetValue(name, out var refusal)) return from.Say(refusal, 0);
        return Warnings.TryGetValue(name, out var warning) ? from.Say(warning, -1) : 1;
    }
}
