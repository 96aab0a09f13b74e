using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>A stage of a pipeline. Companies name stages as they like: what decides is the forecast type.</summary>
/// <param name="DisplayValue">What people see.</param>
/// <param name="ActualValue">What deals hold.</param>
/// <param name="ForecastType">Open, Closed Won or Closed Lost.</param>
public sealed record CrmStage(string DisplayValue, string ActualValue, string ForecastType)
{
    /// <summary>True when a deal in this stage is won.</summary>
    public bool Won => ForecastType.Equals("Closed Won", StringComparison.OrdinalIgnoreCase);

    internal static CrmStage? TryRead(JsonElement stage) =>
        (stage.Text("actual_value") ?? stage.Text("display_value")) is { Length: > 0 } actual
            ? new CrmStage(stage.Text("display_value") ?? actual, actual, stage.Text("forecast_type") ?? Usual(actual))
            : null;

    /// <summary>What the stages mean that every organisation begins with.</summary>
    private static string Usual(string actual) => actual is "Closed Won" or "Closed Lost" ? actual : "Open";
}
