using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.MasterData;
using Isthmus.Functions.AccountMap;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Customers and vendors of which the mapping table of accounts says which account they are: they wait until that account bears their
/// key, so that no second one is made, and a customer's account keeps what is not the books' to say.
/// </summary>
internal sealed class MappedPartners(
    AccountMapStore map, IOptions<AccountMapOptions> rules, ZohoCrmClient crm, ZohoCrmOptions crmOptions)
{
    private static readonly string[] Address = ["Billing_Street", "Billing_City", "Billing_State", "Billing_Code", "Billing_Country"];
    private static readonly string[] Shared = ["Account_Name", "Account_Type", "Phone", "Fax", "Website", .. Address];

    private static readonly string[] AddressInBooks =
        ["AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4", "City", "StateProvince", "ZipPostalCode", "Country"];

    private readonly AccountAuthority authority = new(rules.Value.Authority);

    /// <summary>The records as they are to be carried, in their order.</summary>
    /// <param name="kind">What they are.</param>
    /// <param name="records">The records, by their codes.</param>
    /// <param name="keyOf">The key of a record in the CRM.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<IReadOnlyList<SourceRecord>> OfAsync(
        AccountKind kind, IReadOnlyList<(string Code, SourceRecord Record)> records, Func<SourceRecord, string> keyOf,
        CancellationToken cancellation)
    {
        var codes = records.Where(each => each.Record.Skip is null).Select(each => each.Code).ToHashSet(StringComparer.Ordinal);
        var rows = codes.Count == 0
            ? [] : await map.AllAsync(kind, cancellation).Where(row => codes.Contains(row.Code)).ToListAsync(cancellation);
        if (rows.Count == 0) return [.. records.Select(each => each.Record)];
        var byCode = rows.ToLookup(row => row.Code, StringComparer.Ordinal);
        var accounts = await AccountsAsync([.. rows.Select(row => row.AccountId).Distinct()], cancellation);
        return [.. records.Select(each => each.Record.Skip is not null || !byCode.Contains(each.Code)
            ? each.Record : Mapped(each.Record, [.. byCode[each.Code]], accounts, keyOf(each.Record)))];
    }

    private SourceRecord Mapped(
        SourceRecord record, IReadOnlyList<AccountRow> rows, Dictionary<string, JsonElement> accounts, string key)
    {
        if (rows.Count > 1) return record with { Skip = "the mapping table leads to several accounts" };
        if (!accounts.TryGetValue(rows[0].AccountId, out var account))
            return record with { Skip = "the mapping table leads to no account of the CRM" };
        if (!string.Equals(account.FindText(crmOptions.KeyField), key, StringComparison.OrdinalIgnoreCase))
            return record with { Skip = "the account of the mapping table does not bear its key yet" };
        return rows[0].Kind == AccountKind.Customer
            ? record with { Body = Keeping(record.Body, rows[0], account) } : record with { Withheld = OfCrm(rows[0]) };
    }

    /// <summary>A vendor's account shows the books' values, but for those of which the CRM's count.</summary>
    private HashSet<string> OfCrm(AccountRow row) =>
        authority.Where(row, AccountSide.Crm).SelectMany(AccountFields.MembersInCrm).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the account keeps stands in <c>Crm</c>, where the mapping looks first.</summary>
    private JsonElement Keeping(JsonElement customer, AccountRow row, JsonElement account)
    {
        var kept = Shared.Where(field => authority.Of(row, AccountFields.Of(field)) != AccountSide.Books).ToList();
        var body = JsonObject.Create(customer)!;
        body["Crm"] = new JsonObject(kept.Select(field => KeyValuePair.Create(field, (JsonNode?)account.FindText(field))));
        if (kept.Intersect(Address).Any())
            foreach (var name in AddressInBooks) body.Remove(name);
        return JsonSerializer.SerializeToElement(body);
    }

    private async Task<Dictionary<string, JsonElement>> AccountsAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var accounts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(Coql.MostValues))
        {
            var query = new CrmQuery("Accounts", ["id", crmOptions.KeyField, .. Shared], $"id in {Coql.List(some)}", null);
            await foreach (var account in crm.QueryAsync(query, cancellation))
                accounts[account.NeedText("id", ZohoCrmOptions.Id)] = account;
        }
        return accounts;
    }
}
