using Isthmus.Core.AccountMap;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.AccountMap;

/// <summary>The mapping table with its conflicts. It is a table of the size that people keep, so it is read whole.</summary>
public sealed class AccountMapView(AccountMapStore map, IOptions<AccountMapOptions> rules)
{
    private readonly AccountAuthority authority = new(rules.Value.Authority);

    /// <summary>Every row, by kind, account and code.</summary>
    public async Task<IReadOnlyList<ShownAccountRow>> RowsAsync(CancellationToken cancellation)
    {
        var rows = new List<AccountRow>();
        foreach (var kind in Enum.GetValues<AccountKind>())
            await foreach (var row in map.AllAsync(kind, cancellation)) rows.Add(row);
        var conflicts = AccountConflicts.Of(rows, NameCounts)
            .ToLookup(conflict => (conflict.Row.Kind, conflict.Row.AccountId, conflict.Row.Code));
        return [.. rows.Select(row => ShownAccountRow.Of(row, NameCounts(row), conflicts[(row.Kind, row.AccountId, row.Code)]))];
    }

    /// <summary>One row as it is now.</summary>
    public ShownAccountRow Show(AccountRow row) =>
        ShownAccountRow.Of(row, NameCounts(row), AccountConflicts.Of([row], NameCounts));

    private AccountSide NameCounts(AccountRow row) => authority.Of(row, "name");
}
