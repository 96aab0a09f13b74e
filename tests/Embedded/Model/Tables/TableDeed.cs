using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>Something done to a table.</summary>
internal abstract record TableDeed
{
    public static Gen<TableDeed> Any => Gen.Frequency(
        (8, from draft in Draft.Any from fault in Faults select (TableDeed)new One(draft, fault)),
        (3, from drafts in Draft.Any.NonEmptyListOf().Resize(6)
            from partition in Gen.Elements(Samples.Partitions)
            from astray in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            from fault in Faults
            select (TableDeed)new All([.. drafts.Select((d, i) => astray && i > 0 ? d : d with { Partition = partition })], fault)),
        (4, from condition in Gen.OrNull(Condition.Any)
            from page in Gen.Elements<int?>(null, 1, 2, 7)
            from names in Selection
            select (TableDeed)new Asks(condition, page, names)),
        (2, from key in Draft.Any from names in Selection select (TableDeed)new Gets(key.Partition, key.Row, names)),
        (1, from crash in Gen.Elements(true, false) select (TableDeed)new Restarts(crash)));

    /// <summary>What it should come to, and what it comes to.</summary>
    public abstract Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real);

    private static Gen<Fault> Faults => Gen.Frequency(
        (12, Gen.Constant(Fault.None)), (1, Gen.Constant(Fault.Before)), (1, Gen.Constant(Fault.After)));

    private static Gen<string[]> Selection => Gen.Frequency(
        (3, Gen.Constant<string[]>([])), (1, Gen.SubListOf([.. Samples.Names, "PartitionKey", "RowKey", "None"]).Select(l => l.ToArray())));

    /// <summary>The answer to a write, where it is not lost.</summary>
    private static string Written(Fault fault, Func<string> apply, Func<string, bool> refused)
    {
        if (fault == Fault.Before) return LostAnswers.Lost;
        var told = apply();
        return fault == Fault.After && !refused(told) ? LostAnswers.Lost : told;
    }

    internal sealed record One(Draft Draft, Fault Fault) : TableDeed
    {
        public override async Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real)
        {
            var change = Draft.Of(model, real.Versions);
            real.Answers.Next = Fault;
            var actual = await real.ApplyAsync(change);
            return (Written(Fault, () => model.Apply(change), told => told[0] != '⟨' || told.Contains("404")), actual);
        }
    }

    internal sealed record All(Draft[] Drafts, Fault Fault) : TableDeed
    {
        public override async Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real)
        {
            var changes = Drafts.Select(draft => draft.Of(model, real.Versions)).ToList();
            real.Answers.Next = Fault;
            var actual = await real.ApplyAllAsync(changes);
            real.Answers.Next = Fault.None;
            var malformed = changes.DistinctBy(c => c.Row).Count() < changes.Count || changes.DistinctBy(c => c.Partition).Count() > 1;
            var fault = malformed ? Fault.None : Fault;
            return (Written(fault, () => model.ApplyAll(changes), told => told[0] != '⟨'), actual);
        }

        public override string ToString() => $"All {Fault}: {string.Join(" & ", Drafts.Select(d => $"{d}"))}";
    }

    internal sealed record Asks(Condition? Condition, int? Page, string[] Select) : TableDeed
    {
        public override async Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real) => (
            string.Join("\n", model.Query(Condition, Select)),
            string.Join("\n", await real.QueryAsync(Condition?.ToString(), Page, Select)));

        public override string ToString() => $"Asks {Condition} by {Page} for {string.Join(",", Select)}";
    }

    internal sealed record Gets(string Partition, string Row, string[] Select) : TableDeed
    {
        public override async Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real) =>
            (model.Get(Partition, Row, Select), await real.GetAsync(Partition, Row, Select));
    }

    internal sealed record Restarts(bool Crash) : TableDeed
    {
        public override async Task<(string Expected, string Actual)> DoAsync(TableModel model, RealTable real)
        {
            await real.RestartAsync(Crash);
            return ("", "");
        }
    }
}
