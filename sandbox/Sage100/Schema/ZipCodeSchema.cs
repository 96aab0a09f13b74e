using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>SY_ZipCode.</summary>
internal static class ZipCodeSchema
{
    public const string Object = "SY_ZipCode";

    public static TableSchema Build() => new(Object, "SY_ZipCode_svc", "SY_ZipCode",
        [Key("ZipCode", 10), Text("City", 20), Text("State", 2), Text("CountryCode", 3)])
    {
        Keys = ["ZipCode"], KeyLabel = "ZIP Code"
    };
}
