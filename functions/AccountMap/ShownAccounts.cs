using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Has an account show which customer or vendor it is, so that people see it and the flows of master data adopt it.
/// </summary>
public sealed class ShownAccounts(ZohoCrmClient crm, AccountKeys keys)
{
    private const string Duplicate = "DUPLICATE_DATA";

    /// <summary>Writes the key, and the code into a field for people; nothing where both are there.</summary>
    /// <param name="account">The account as it was read.</param>
    /// <param name="kind">Customer or vendor.</param>
    /// <param name="code">The code.</param>
    /// <param name="field">The field for people; empty for none.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>True where the account bears the key; false where it bears another one, or another account has this
    /// one.</returns>
    /// <exception cref="FailureException">The CRM refused.</exception>
    public async Task<bool> ShowAsync(JsonElement account, AccountKind kind, string code, string field,
        CancellationToken cancellation)
    {
        var record = new JsonObject { ["id"] = account.NeedText("id", ZohoCrmOptions.Id) };
        if (field.Length > 0 && account.FindText(field) != code) record[field] = code;
        var key = account.FindText(keys.Field);
        if (string.IsNullOrEmpty(key)) record[keys.Field] = keys.Of(kind, code);
        var bears = string.IsNullOrEmpty(key) || keys.CodeOf(kind, key) == code;
        if (record.Count == 1) return bears;
        if (await WriteAsync(record, cancellation) is not { } failure) return bears;
        if (failure.Code != Duplicate || !record.Remove(keys.Field)) throw new FailureException(failure);
        if (record.Count > 1 && await WriteAsync(record, cancellation) is { } again) throw new FailureException(again);
        return false;
    }

    private async Task<Failure?> WriteAsync(JsonObject record, CancellationToken cancellation) =>
        (await crm.UpdateAsync("Accounts", [JsonSerializer.SerializeToElement(record)], CrmTrigger.None,
            cancellation))[0].Failure;
}
