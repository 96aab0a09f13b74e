using Isthmus.Core.AccountMap;

namespace Isthmus.Functions.AccountMap;

/// <summary>What came of a file.</summary>
/// <param name="Added">Rows that were not there.</param>
/// <param name="Changed">Rows that say something else now.</param>
/// <param name="Unchanged">Rows that were there as they are.</param>
/// <param name="Problems">Lines that cannot be rows; with one of them nothing is taken.</param>
public sealed record ImportedAccounts(int Added, int Changed, int Unchanged, IReadOnlyList<AccountCsvProblem> Problems)
{
    private const int MostNamed = 20;

    /// <summary>The same in words.</summary>
    public string Message => Problems.Count == 0 ? $"{Added} added, {Changed} changed, {Unchanged} unchanged."
        : "Nothing is taken. " + string.Join(" ", Problems.Take(MostNamed).Select(problem =>
            $"Line {problem.Line}: {problem.Message}"));
}

/// <summary>
/// Takes a file of rows into the mapping table: all lines or none. Taking it again changes nothing; no row is removed.
/// </summary>
internal sealed class AccountImport(AccountMapStore map)
{
    public async Task<ImportedAccounts> TakeAsync(string text, string by, bool dry, CancellationToken cancellation)
    {
        var (rows, problems) = AccountCsv.Read(text);
        if (problems.Count > 0) return new ImportedAccounts(0, 0, 0, problems);
        var (added, changed) = (0, 0);
        foreach (var row in rows.DistinctBy(row => (row.Kind, row.AccountId, row.Code)))
        {
            var there = await map.FindAsync(row.Kind, row.AccountId, row.Code, cancellation);
            if (there is null)
            {
                added++;
                if (!dry) await map.AddAsync(row, by, cancellation);
            }
            else if (!Same(there, row))
            {
                changed++;
                if (!dry) await map.ChangeAsync(there with { Authority = row.Authority, Note = row.Note }, by, cancellation);
            }
        }
        return new ImportedAccounts(added, changed, rows.Count - added - changed, []);
    }

    /// <summary>Names are what a look saw; a file does not change them.</summary>
    private static bool Same(AccountRow there, AccountRow row) => there.Note == row.Note
        && there.Authority.Count == row.Authority.Count
        && row.Authority.All(field => there.Authority.TryGetValue(field.Key, out var side) && side == field.Value);
}
