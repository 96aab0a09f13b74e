using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Durable;

internal enum Verb { Call, Fan, Sleep, Wait, Patience, Child, Fail, Anew, AnewDropping, Throw }

/// <summary>One thing that an orchestration does; what it comes to is added to a sum.</summary>
internal sealed record Act(Verb Verb, int N, string Name, Act[] Inner)
{
    public override string ToString() => Verb == Verb.Child ? $"Child[{string.Join(" ", Inner.Select(a => $"{a}"))}]" : $"{Verb}{N}{Name}";
}

/// <summary>The input of an orchestration: which of its executions this is, the sum so far and what is left to do.</summary>
internal sealed record Script(int Round, long Sum, Act[] Acts)
{
    public const int GaveUp = 1000;
    public const int ChildFailed = 7;
    public const int Attempts = 3;

    public static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(30);

    public static Gen<Act[]> Any(int depth) => ActOf(depth).ArrayOf().Resize(7);

    private static Gen<Act> ActOf(int depth) =>
        from verb in Gen.Frequency(
            (4, Gen.Constant(Verb.Call)), (1, Gen.Constant(Verb.Fan)), (3, Gen.Constant(Verb.Sleep)), (4, Gen.Constant(Verb.Wait)),
            (4, Gen.Constant(Verb.Patience)), (depth > 0 ? 4 : 0, Gen.Constant(Verb.Child)), (2, Gen.Constant(Verb.Fail)),
            (1, Gen.Constant(Verb.Anew)), (1, Gen.Constant(Verb.AnewDropping)), (1, Gen.Constant(Verb.Throw)))
        from n in Gen.Choose(1, 4)
        from name in Gen.Elements("a", "b")
        from inner in verb == Verb.Child ? Any(depth - 1) : Gen.Constant<Act[]>([])
        select new Act(verb, n, name, inner);
}
