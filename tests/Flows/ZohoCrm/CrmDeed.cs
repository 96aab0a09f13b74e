using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Flows.Tests.ZohoCrm;

internal enum CrmVerb
{
    Change, OurWrite, Delete, Restore, Lose, Double, Disorder, DropChannels, Tend, Sweep, CannotTake, VendorAway, Crash, Pass,
    Downgrade, Upgrade, Move, ExpireTokens, Fail, Lock,
}

/// <summary>Something that happens to records, to what is told of them, to the organisation, or to us.</summary>
internal sealed record CrmDeed(CrmVerb Verb, int Which, int Value)
{
    public static Gen<CrmDeed> Any =>
        from verb in Gen.Frequency(
            (8, Gen.Constant(CrmVerb.Change)), (4, Gen.Constant(CrmVerb.OurWrite)), (2, Gen.Constant(CrmVerb.Delete)),
            (2, Gen.Constant(CrmVerb.Restore)), (3, Gen.Constant(CrmVerb.Lose)), (3, Gen.Constant(CrmVerb.Double)),
            (2, Gen.Constant(CrmVerb.Disorder)), (1, Gen.Constant(CrmVerb.DropChannels)), (1, Gen.Constant(CrmVerb.Tend)),
            (3, Gen.Constant(CrmVerb.Sweep)), (1, Gen.Constant(CrmVerb.CannotTake)), (1, Gen.Constant(CrmVerb.VendorAway)),
            (1, Gen.Constant(CrmVerb.Crash)), (4, Gen.Constant(CrmVerb.Pass)), (1, Gen.Constant(CrmVerb.Downgrade)),
            (1, Gen.Constant(CrmVerb.Upgrade)), (1, Gen.Constant(CrmVerb.Move)), (1, Gen.Constant(CrmVerb.ExpireTokens)),
            (2, Gen.Constant(CrmVerb.Fail)), (1, Gen.Constant(CrmVerb.Lock)))
        from which in Gen.Choose(0, CrmHistory.Vendors - 1)
        from value in Gen.Choose(0, 2)
        select new CrmDeed(verb, which, value);

    public override string ToString() => $"{Verb}({Which},{Value})";
}
