using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>AR_TermsCode.</summary>
internal static class TermsCodeSchema
{
    public const string Object = "AR_TermsCode";

    public static TableSchema Build() => new(Object, "AR_TermsCode_svc", "AR_TermsCode",
        [Key("TermsCode", 2, KeyFormat.ZeroFill), Text("TermsCodeDesc", 30), Number("DaysBeforeDue", 0)])
    {
        Keys = ["TermsCode"], KeyLabel = "Terms Code"
    };
}
