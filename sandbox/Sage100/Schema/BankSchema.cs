using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>GL_Bank: which cash account a deposit goes to.</summary>
internal static class BankSchema
{
    public const string Object = "GL_Bank";

    public static TableSchema Build() => new(Object, "GL_Bank_svc", "GL_Bank",
        [Key("BankCode", 1), Text("BankDesc", 30), Text("CashAccountKey", 9)])
    {
        Keys = ["BankCode"], KeyLabel = "Bank Code"
    };
}
