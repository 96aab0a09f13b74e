using Isthmus.Core.Matching;

namespace Isthmus.Bench.Duplicates;

/// <summary>
/// People with known duplicates, as the FEBRL project makes them: <c>rec-7-org</c> and <c>rec-7-dup-0</c> are one person.
/// </summary>
internal static class FebrlPeople
{
    /// <summary>Their fields. The figures are what one expects of such fields; none was fitted to a file.</summary>
    public static MatchSchema Schema { get; } = new(
        [
            new("given_name", MatchKind.Text, 0.9, 0.01) { SwappedWith = "surname" },
            new("surname", MatchKind.Text, 0.9, 0.003) { SwappedWith = "given_name" },
            new("street_number", MatchKind.Code, 0.85, 0.02),
            new("address_1", MatchKind.Text, 0.85, 0.001) { SwappedWith = "address_2" },
            new("address_2", MatchKind.Text, 0.75, 0.001) { SwappedWith = "address_1" },
            new("suburb", MatchKind.Text, 0.85, 0.005), new("postcode", MatchKind.Code, 0.9, 0.005), new("state", MatchKind.Exact, 0.95, 0.3),
            new("date_of_birth", MatchKind.Code, 0.95, 0.0002), new("soc_sec_id", MatchKind.Code, 0.97, 0.0001),
        ],
        [
            new(("soc_sec_id", 0)), new(("date_of_birth", 0)), new(("given_name", 3), ("surname", 3)) { AnyOrder = true },
            new(("postcode", 0), ("street_number", 0)), new(("address_1", 8), ("street_number", 0)), new(("suburb", 4), ("surname", 2)),
        ]);

    public static IReadOnlyList<MatchRecord> Read(string file)
    {
        var lines = File.ReadLines(file).Select(line => line.Split(',', StringSplitOptions.TrimEntries)).ToList();
        var columns = lines[0].Select((name, place) => (name, place)).ToDictionary();
        return [.. lines.Skip(1).Where(line => line.Length == lines[0].Length)
            .Select(line => Schema.Record(line[0], field => MatchText.Words(line[columns[field]])))];
    }

    /// <summary>The person behind a record's id.</summary>
    public static string PersonOf(MatchRecord record) => record.Id.Split('-')[1];
}
