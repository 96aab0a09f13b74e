using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A line that may name a ledger account, by its key or as people write it.</summary>
internal abstract class AccountLine(Company company, Row document, Row? before) : DocumentLine(company, document, before)
{
    protected bool HasAccount => Current.Text("AccountKey").Length > 0;

    protected override string? BeforeSet(Column column, object value)
    {
        if (column.Name is not ("Account" or "AccountKey") || (string)value is not { Length: > 0 } given) return null;
        if (Find(column, given) is not { } account) return $"Account {given} is not on file.";
        return account.Text("Status") == "A" ? null : $"Account {account.Text("Account")} is not active.";
    }

    protected override void AfterSet(Column column)
    {
        if (column.Name is not ("Account" or "AccountKey")) return;
        var account = Find(column, Current.Text(column.Name));
        foreach (var name in (ReadOnlySpan<string>)["AccountKey", "Account", "AccountDesc"])
            Current.Set(name, account?.Text(name) ?? "");
    }

    private Row? Find(Column column, string given)
    {
        var accounts = Company[AccountSchema.Object];
        return column.Name == "AccountKey" ? accounts.Find(given)
            : accounts.With(accounts.Schema.Find("Account")!, given).FirstOrDefault();
    }
}
