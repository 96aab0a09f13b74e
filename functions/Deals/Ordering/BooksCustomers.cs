using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>Customers of Sage 300. Source: Sage300_WebAPI_EndpointReference, ARCustomers.</summary>
public sealed class BooksCustomers(Sage300Client sage, Mapper mapper, DealRules rules)
{
    private const string Module = "AR";
    private const string Resource = "ARCustomers";
    private const int CodeLength = 12;

    /// <summary>
    /// The code that a customer gets whom we create: made of the account's id, so that two tries meet at one code.
    /// </summary>
    public static string CodeOf(string accountId) => "Z" + ShortId.Of(accountId, CodeLength - 1);

    /// <summary>The customer of a code; null when there is none.</summary>
    public Task<JsonElement?> FindAsync(string code) =>
        sage.GetAsync(Module, Resource, Sage300Key.Of(code), CancellationToken.None);

    /// <summary>Creates the customer of an account, or adopts the one that an earlier try created.</summary>
    /// <param name="accountId">The CRM's id of the account.</param>
    /// <param name="account">The account.</param>
    /// <param name="currency">The currency that the customer is kept in.</param>
    /// <param name="notes">The step's notes.</param>
    /// <exception cref="FailureException">Sage refused, or the code belongs to somebody else (<c>key-taken</c>).</exception>
    public async Task<JsonElement> CreateAsync(string accountId, JsonElement account, string currency, StepNotes notes)
    {
        var code = CodeOf(accountId);
        var body = mapper.Map("crm-account-to-sage-300-customer", account, notes, Context(code, currency, accountId));
        try { return await sage.PostAsync(Module, Resource, body, CancellationToken.None); }
        catch (FailureException taken) when (taken.Failure.Code == BooksOrders.Duplicate)
        {
            return Own(await FindAsync(code) ?? throw new FailureException(taken.Failure with { Class = FailureClass.Locked }),
                accountId);
        }
    }

    /// <summary>The customer, if it is the account's: the optional field says so; without one the code alone does.</summary>
    public JsonElement Own(JsonElement customer, string accountId) =>
        rules.Options.OptionalField.Length == 0 || ExternalIdOf(customer) == accountId
            ? customer : throw DealRefusals.KeyTaken("customer", CodeOf(accountId), accountId);

    /// <summary>What the mapping of customers is told.</summary>
    public MappingContext Context(string code, string currency, string accountId) => new()
    {
        Variables = Given(
            ("code", code), ("currency", currency), ("externalId", accountId), ("optionalField", rules.Options.OptionalField)),
    };

    /// <summary>The variables that have a value.</summary>
    internal static IReadOnlyDictionary<string, string> Given(params IEnumerable<(string Name, string Value)> variables) =>
        variables.Where(variable => variable.Value.Length > 0)
            .ToDictionary(variable => variable.Name, variable => variable.Value);

    private string? ExternalIdOf(JsonElement customer) =>
        customer.TryGetProperty("CustomerOptionalFieldValues", out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().FirstOrDefault(value =>
                value.FindText("OptionalField")?.Trim() == rules.Options.OptionalField).FindText("Value")?.Trim()
            : null;
}
