using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Durable;

internal enum Steer { Start, Raise, RaiseTwice, Pass, Suspend, Resume, Terminate, TerminateAll, Purge, PurgeAll, Stop, Crash }

/// <summary>
/// Something done to the instances from outside. <paramref name="Which"/> chooses one of those that are there, or a new one.
/// <paramref name="Hasty"/>: the process dies before what was asked for has been acted on.
/// </summary>
internal sealed record DurableDeed(Steer Steer, int Which, string Name, int N, bool Hasty, Act[] Acts)
{
    public static Gen<DurableDeed> Any =>
        from steer in Gen.Frequency(
            (5, Gen.Constant(Steer.Start)), (6, Gen.Constant(Steer.Raise)), (1, Gen.Constant(Steer.RaiseTwice)),
            (6, Gen.Constant(Steer.Pass)), (2, Gen.Constant(Steer.Suspend)), (3, Gen.Constant(Steer.Resume)),
            (1, Gen.Constant(Steer.Terminate)), (1, Gen.Constant(Steer.TerminateAll)), (1, Gen.Constant(Steer.Purge)),
            (1, Gen.Constant(Steer.PurgeAll)), (1, Gen.Constant(Steer.Stop)), (2, Gen.Constant(Steer.Crash)))
        from which in Gen.Choose(0, 1000)
        from name in Gen.Elements("a", "b", "A")
        from n in Gen.Choose(1, 240)
        from hasty in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from acts in steer == Steer.Start ? Script.Any(2) : Gen.Constant<Act[]>([])
        select new DurableDeed(steer, which, name, n, hasty, acts);

    public override string ToString() =>
        $"{Steer} #{Which} {Name} {N}{(Hasty ? " hastily" : "")} {string.Join(" ", Acts.Select(a => $"{a}"))}";
}
