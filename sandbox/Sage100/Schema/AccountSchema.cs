using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>GL_Account. People know the formatted account; records store the surrogate AccountKey.</summary>
internal static class AccountSchema
{
    public const string Object = "GL_Account";

    public static TableSchema Build() => new(Object, "GL_Account_svc", "GL_Account",
    [
        Key("AccountKey", 9, KeyFormat.ZeroFill), Text("Account", 41), Text("RawAccount", 32), Text("AccountDesc", 50),
        Text("MainAccountCode", 15), Choice("Status", "A", "A", "I", "D"), Flag("ClearBalance"), Text("AccountType", 2),
        Choice("CashFlowsType", "N", "C", "F", "I", "N", "O"), Text("AccountGroup", 15), Text("AccountCategory", 1),
        Text("RollupCode1", 20), Text("RollupCode2", 20), Text("RollupCode3", 20), Text("RollupCode4", 20),
        Date("DateStart"), Date("DateEnd"), .. Audit()
    ])
    {
        Keys = ["AccountKey"], KeyLabel = "Account Key"
    };
}
