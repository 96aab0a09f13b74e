using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>Why an order was given up.</summary>
internal static class CancelReasonSchema
{
    public const string Object = "SO_CancelReasonCode";

    public static TableSchema Build() => new(Object, "SO_CancelReasonCode_svc", "SO_CancelReasonCode",
        [Key("CancelReasonCode", 5), Text("CancelReasonCodeDesc", 30)])
    {
        Keys = ["CancelReasonCode"], KeyLabel = "Cancel Reason Code"
    };
}
