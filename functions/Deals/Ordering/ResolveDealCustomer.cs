using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Functions.AccountMap;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Finds the customer of the deal's account: by the mapping table, by the key or the code that the account shows, by the code
/// that we would have given it; else creates it. What was found or created becomes a row of the mapping table.
/// </summary>
public sealed class ResolveDealCustomer(
    BooksCustomers customers, AccountMapStore map, AccountKeys keys, ShownAccounts shown, MergedAccounts merged,
    Sage300Client sage,
    DealRules rules, IPayloadStore payloads, CrossReferenceStore references, AuditTrail audit, StepRunner steps)
{
    private const string Target = "sage-300.customer";
    private const string Actor = "account-map";

    /// <summary>The activity; answers with the customer's code.</summary>
    [Function(nameof(ResolveDealCustomer))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<WonDeal> step) =>
        steps.RunAsync(step, "resolve the customer", async (deal, notes) =>
        {
            sage.BeginTurn();
            var mapped = await map.OfAccountAsync(AccountKind.Customer, deal.AccountId);
            if (mapped.Count > 1) throw DealRefusals.MappedTwice(mapped);
            var customer = mapped is [var row] ? await MappedAsync(row) : await LinkAsync(deal, step.RunId, notes);
            var code = Checked(customer, deal.Currency);
            await shown.ShowAsync(await AccountAsync(deal), AccountKind.Customer, code, rules.Options.AccountCodeField,
                CancellationToken.None);
            notes.Detail ??= $"Customer {code}.";
            return notes.Key = code;
        });

    private async Task<JsonElement> MappedAsync(AccountRow row)
    {
        if ((await map.OfCodeAsync(AccountKind.Customer, row.Code)).Count > 1) throw DealRefusals.CodeMappedTwice(row.Code);
        return await customers.FindAsync(row.Code) ?? throw DealRefusals.CodeMissing(row.Code, "the mapping table");
    }

    private async Task<JsonElement> LinkAsync(WonDeal deal, string runId, StepNotes notes)
    {
        var key = "account|" + deal.AccountId;
        var claim = await references.ClaimAsync(key, Target, runId);
        if (claim.State == ClaimState.Taken) throw DealRefusals.BeingEntered();
        var account = await AccountAsync(deal);
        var customer = await FindAsync(deal, account) ?? await CreateAsync(deal, account, runId, notes);
        var code = customer.NeedText("CustomerNumber", Sage300Options.Id);
        var row = new AccountRow(AccountKind.Customer, deal.AccountId, code)
        {
            AccountName = account.FindText("Account_Name"), BooksName = customer.FindText("CustomerName"),
        };
        if (await map.AddAsync(row, runId) is not null)
            await audit.AddAsync(runId, "map account", $"zoho-crm.account/{deal.AccountId}", $"customer {code}");
        await references.RecordAsync(key, Target, new Reference(code));
        return customer;
    }

    private async Task<JsonElement?> FindAsync(WonDeal deal, JsonElement account)
    {
        var field = rules.Options.AccountCodeField;
        if (keys.CodeOf(AccountKind.Customer, account.FindText(keys.Field)) is { } kept) return await NamedAsync(
            deal, kept, $"the account's {keys.Field}");
        if (account.FindText(field)?.Trim() is { Length: > 0 } said) return await NamedAsync(
            deal, AccountRow.CodeOf(said), $"the account's {field}");
        return await customers.FindAsync(BooksCustomers.CodeOf(deal.AccountId)) is { } there
            ? customers.Own(there, deal.AccountId) : null;
    }

    private async Task<JsonElement> NamedAsync(WonDeal deal, string code, string place)
    {
        foreach (var other in (await map.OfCodeAsync(AccountKind.Customer, code)).Where(row => row.AccountId != deal.AccountId))
            if (!await merged.MoveAsync(other, deal.AccountId, Actor, CancellationToken.None)) throw DealRefusals
                .CodeMappedTwice(code);
        return await customers.FindAsync(code) ?? throw DealRefusals.CodeMissing(code, place);
    }

    private async Task<JsonElement> AccountAsync(WonDeal deal) => JsonElement.Parse((await payloads.GetAsync(deal.Account)).Span);

    private async Task<JsonElement> CreateAsync(WonDeal deal, JsonElement account, string runId, StepNotes notes)
    {
        if (!rules.Options.CreateCustomers) throw DealRefusals.NotCreated();
        var customer = await customers.CreateAsync(deal.AccountId, account, deal.Currency, notes);
        var code = customer.NeedText("CustomerNumber", Sage300Options.Id);
        await audit.AddAsync(runId, "write customer", $"{Target}/{code}", "written", notes.Mapping, notes.Fields);
        notes.Detail = $"Customer {code} was created.";
        return customer;
    }

    private static string Checked(JsonElement customer, string currency)
    {
        var code = customer.NeedText("CustomerNumber", Sage300Options.Id);
        if (customer.FindText("Status") is "Inactive") throw DealRefusals.Inactive(code);
        var kept = customer.FindText("CurrencyCode")?.Trim();
        return kept is not { Length: > 0 } || kept == currency ? code : throw DealRefusals.OtherCurrency(code, kept, currency);
    }
}
