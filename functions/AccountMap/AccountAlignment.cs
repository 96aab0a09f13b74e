using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Brings a customer and its account in line, field by field as the mapping table says whose value counts. Only members that
/// differ are written, and nothing where nothing differs. Vendors come by their own flow, which the CRM follows whole.
/// </summary>
internal sealed class AccountAlignment(
    BooksAccounts books, ZohoCrmClient crm, Mapper mapper, IOptions<AccountMapOptions> rules, AuditTrail audit)
{
    private readonly AccountAuthority authority = new(rules.Value.Authority);

    /// <summary>Writes what differs; answers with how many sides were written.</summary>
    /// <exception cref="FailureException">A value does not fit the other side, or it refused.</exception>
    public async Task<int> AlignAsync(AccountRow row, JsonElement account, JsonElement customer, CancellationToken cancellation)
    {
        if (row.Kind != AccountKind.Customer) return 0;
        return (authority.Where(row, AccountSide.Crm).Any() ? await ToBooksAsync(row, account, customer, cancellation) : 0)
            + (authority.Where(row, AccountSide.Books).Any() ? await ToCrmAsync(row, account, customer, cancellation) : 0);
    }

    private async Task<int> ToBooksAsync(AccountRow row, JsonElement account, JsonElement customer,
        CancellationToken cancellation)
    {
        var (changes, mapping) = Changes(row, AccountSide.Crm, "crm-account-to-sage-300-customer", account, customer);
        if (changes.Count == 0) return 0;
        await books.ChangeAsync(row, JsonSerializer.SerializeToUtf8Bytes(changes), cancellation);
        await audit.AddAsync("account-map", "bring customer in line", $"sage-300.customer/{row.Code}", "written", mapping,
            Names(changes), cancellation);
        return 1;
    }

    private async Task<int> ToCrmAsync(AccountRow row, JsonElement account, JsonElement customer, CancellationToken cancellation)
    {
        var (changes, mapping) = Changes(row, AccountSide.Books, "sage-300-customer-to-crm-fields", customer, account);
        if (changes.Count == 0) return 0;
        var names = Names(changes);
        changes.Insert(0, "id", row.AccountId);
        var written = await crm.UpdateAsync("Accounts", [JsonSerializer.SerializeToElement(changes)], CrmTrigger.None,
            cancellation);
        if (written[0].Failure is { } failure) throw new FailureException(failure);
        await audit.AddAsync("account-map", "bring account in line", $"zoho-crm.account/{row.AccountId}", "written", mapping,
            names, cancellation);
        return 1;
    }

    private (JsonObject Changes, string? Mapping) Changes(AccountRow row, AccountSide side, string document, JsonElement from,
        JsonElement to)
    {
        var notes = new StepNotes();
        var wanted = JsonElement.Parse(mapper.Map(document, from, notes).Span);
        var differing = WantedChanges.Of(wanted, to).Where(member => authority.Of(row, AccountFields.Of(member)) == side);
        var changes = differing.Select(member => KeyValuePair.Create(member, JsonNode.Parse(wanted.GetProperty(member).GetRawText())));
        return (new JsonObject(changes), notes.Mapping);
    }

    private static List<string> Names(JsonObject changes) => [.. changes.Select(change => change.Key)];
}
