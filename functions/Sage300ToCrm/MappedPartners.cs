using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.MasterData;
using Isthmus.Functions.AccountMap;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Customers and vendors of which the mapping table of accounts says which account they are: they wait until that account bears their
/// key, so that no second one is made, and the account keeps what is not the books' to say.
/// </summary>
internal sealed class MappedPartners(AccountMapStore map, IOptions<AccountMapOptions> rules, AccountKeys keys, ZohoCrmClient crm)
{
    /// <summary>What salespeople keep of a customer, unless the books' value counts.</summary>
    private static readonly string[] OfSales =
        ["Account_Type", "Fax", .. new[] { "name", "phone", "website", "address" }.SelectMany(AccountFields.MembersInCrm)];

    private readonly AccountAuthority authority = new(rules.Value.Authority);

    /// <summary>The records as they are to be carried, in their order.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="records">The records.</param>
    /// <param name="codeOf">The code of a record.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<SourceRecord>> OfAsync(
        AccountKind kind, IReadOnlyList<SourceRecord> records, Func<SourceRecord, string> codeOf, CancellationToken cancellation)
    {
        var carried = records.Where(record => record.Skip is null).Select(codeOf).ToHashSet(StringComparer.Ordinal);
        var rows = (await map.OfCodesAsync(kind, carried, cancellation)).ToLookup(row => row.Code, StringComparer.Ordinal);
        var shown = await ShownAsync([.. rows.SelectMany(each => each).Where(row => !row.Keyed)], cancellation);
        return [.. records.Select(record => rows[codeOf(record)].ToList() switch
        {
            [] => record,
            [var row] => Mapped(record, row, shown),
            _ => record with { Skip = "the mapping table leads to several accounts" },
        })];
    }

    private SourceRecord Mapped(SourceRecord record, AccountRow row, Dictionary<string, string?> shown)
    {
        if (row.Keyed || keys.CodeOf(row.Kind, shown.GetValueOrDefault(row.AccountId)) == row.Code)
            return record with { CrmId = row.AccountId, Withheld = Withheld(row) };
        return record with
        {
            Skip = shown.ContainsKey(row.AccountId) ? "the account of the mapping table does not bear its key yet"
                : "the mapping table leads to no account of the CRM",
        };
    }

    private HashSet<string> Withheld(AccountRow row)
    {
        var kept = authority.Where(row, AccountSide.Crm).SelectMany(AccountFields.MembersInCrm).ToHashSet(StringComparer.Ordinal);
        if (row.Kind == AccountKind.Customer)
            kept.UnionWith(OfSales.Where(field => authority.Of(row, AccountFields.Of(field)) != AccountSide.Books));
        return kept;
    }

    /// <summary>The keys that accounts bear which did not bear one when they were looked at last.</summary>
    private async Task<Dictionary<string, string?>> ShownAsync(IReadOnlyList<AccountRow> rows, CancellationToken cancellation)
    {
        var shown = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var some in rows.Select(row => row.AccountId).Distinct().Chunk(ZohoCrmClient.MostRecords))
            foreach (var account in await crm.ReadAsync("Accounts", some, [keys.Field], cancellation))
                shown[account.NeedText("id", ZohoCrmOptions.Id)] = account.FindText(keys.Field);
        return shown;
    }
}
