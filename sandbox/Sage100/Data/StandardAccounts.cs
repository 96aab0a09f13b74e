using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Data;

/// <summary>The company's chart of accounts, its bank, and a vendor to buy from.</summary>
internal static class StandardAccounts
{
    private static readonly (string Account, string Type, string Description)[] Accounts =
    [
        ("1000-00", "01", "Cash in bank"), ("1010-00", "01", "Stripe clearing"), ("1020-00", "01", "Stripe reserve"),
        ("1100-00", "02", "Accounts receivable"), ("1150-00", "02", "Disputed payments"), ("1200-00", "03", "Inventory"),
        ("2000-00", "07", "Accounts payable"), ("2100-00", "08", "Customer deposits"), ("2200-00", "08", "Sales tax payable"),
        ("3000-00", "10", "Retained earnings"), ("4000-00", "12", "Sales"), ("4050-00", "12", "Sales returns and refunds"),
        ("4100-00", "12", "Freight charged"), ("4900-00", "12", "Other income"), ("5000-00", "13", "Cost of goods sold"),
        ("6100-00", "14", "Payment processing fees"), ("6110-00", "14", "Dispute fees and losses"),
        ("6900-00", "14", "Exchange differences"), ("6950-00", "14", "Rounding"), ("9900-00", "14", "Suspense")
    ];

    public static void Fill(Company company)
    {
        for (var at = 0; at < Accounts.Length; at++) Account(company, at + 1, Accounts[at]);
        company[BankSchema.Object].Put(New(company, BankSchema.Object).Set("BankCode", "A")
            .Set("BankDesc", "Operating account").Set("CashAccountKey", "000000001"));
        company[VendorSchema.Object].Put(Stamped(company, New(company, VendorSchema.Object).Set("APDivisionNo", "00")
            .Set("VendorNo", "ACME").Set("VendorName", "Acme Supply").Set("TermsCode", "30")));
    }

    // The last account stays for old entries only.
    private static void Account(Company company, int key, (string Account, string Type, string Description) account) =>
        company[AccountSchema.Object].Put(Stamped(company, New(company, AccountSchema.Object).Set("AccountKey",
            key.ToString("D9"))
            .Set("Account", account.Account).Set("RawAccount", account.Account.Replace("-", "")).Set("AccountType", account.Type)
            .Set("AccountDesc", account.Description).Set("MainAccountCode", account.Account[..4])
            .Set("Status", account.Account == "9900-00" ? "I" : "A")));

    private static Row Stamped(Company company, Row row)
    {
        company.Time.Stamp(row);
        return row;
    }

    private static Row New(Company company, string name) => new(company[name].Schema);
}
