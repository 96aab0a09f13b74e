using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>SY_SalesTaxSchedule, with one combined rate in place of Sage's tax codes by class.</summary>
internal static class TaxScheduleSchema
{
    public const string Object = "SY_SalesTaxSchedule";

    public static TableSchema Build() => new(Object, "SY_SalesTaxSchedule_svc", "SY_SalesTaxSchedule",
        [Key("TaxSchedule", 9), Text("TaxScheduleDesc", 30), Number("TaxRate", 3)])
    {
        Keys = ["TaxSchedule"], KeyLabel = "Tax Schedule"
    };
}
