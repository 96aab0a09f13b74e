using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Flows.Tests.MasterData;

internal enum MasterVerb
{
    Put, PutBad, PutChild, Remove, HandChange, HandDelete, Look, Everything, Load, LoseAnswer, Garble, Fail, Lock, ExpireToken, Move, SourceAway,
    Downgrade, Upgrade, Crash,
}

/// <summary>Something that happens at the source, in the CRM, between them, or to us.</summary>
internal sealed record MasterDeed(MasterVerb Verb, int Which, int Value)
{
    public static Gen<MasterDeed> Any =>
        from verb in Gen.Frequency(
            (10, Gen.Constant(MasterVerb.Put)), (2, Gen.Constant(MasterVerb.PutBad)), (3, Gen.Constant(MasterVerb.PutChild)),
            (1, Gen.Constant(MasterVerb.Remove)), (3, Gen.Constant(MasterVerb.HandChange)), (2, Gen.Constant(MasterVerb.HandDelete)),
            (8, Gen.Constant(MasterVerb.Look)), (2, Gen.Constant(MasterVerb.Everything)), (1, Gen.Constant(MasterVerb.Load)),
            (2, Gen.Constant(MasterVerb.LoseAnswer)), (1, Gen.Constant(MasterVerb.Garble)), (2, Gen.Constant(MasterVerb.Fail)),
            (2, Gen.Constant(MasterVerb.Lock)),
            (1, Gen.Constant(MasterVerb.ExpireToken)), (1, Gen.Constant(MasterVerb.Move)), (1, Gen.Constant(MasterVerb.SourceAway)),
            (1, Gen.Constant(MasterVerb.Downgrade)), (1, Gen.Constant(MasterVerb.Upgrade)),
            (1, Gen.Constant(MasterVerb.Crash)))
        from which in Gen.Choose(0, MasterHistory.Records - 1)
        from value in Gen.Choose(0, MasterHistory.Names.Count - 1)
        select new MasterDeed(verb, which, value);

    public override string ToString() => $"{Verb}({Which},{Value})";
}
