using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>A change whose version is chosen when it is made: any, the one that is there, or one that was given out before.</summary>
internal sealed record Draft(
    ChangeKind Kind, string Partition, string Row, Dictionary<string, object> Properties, VersionChoice Choice, int Which)
{
    public static Gen<Draft> Any =>
        from kind in Gen.Elements(Enum.GetValues<ChangeKind>())
        from partition in Gen.Elements(Samples.Partitions)
        from row in Gen.Elements(Samples.Rows)
        from properties in (from name in Gen.Elements(Samples.Names) from value in Samples.Value select (name, value)).ArrayOf().Resize(4)
        from choice in Gen.Elements(Enum.GetValues<VersionChoice>())
        from which in Gen.Choose(0, 1000)
        select new Draft(kind, partition, row, properties.DistinctBy(p => p.name).ToDictionary(p => p.name, p => p.value), choice, which);

    public Change Of(TableModel model, Versions versions)
    {
        var known = versions.Known;
        var current = model.VersionOf(Partition, Row);
        int? version = Choice switch
        {
            VersionChoice.Any => null,
            VersionChoice.Current when current is { } now && known.Contains(now) => now,
            VersionChoice.Earlier when known.Length > 0 => known[Which % known.Length],
            _ => -1,
        };
        return new Change(Kind, Partition, Row, Properties, version);
    }

    public override string ToString() => $"{Kind} '{Partition}' '{Row}' {{{Samples.Told(Properties)}}} {Choice} {Which}";
}

internal enum VersionChoice { Any, Current, Earlier }
