using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Isthmus.Connectors.Http;

/// <summary>
/// What the connectors measure. Tags name a connection, an operation and an outcome; never a value of a record.
/// </summary>
public static class ConnectorTelemetry
{
    /// <summary>The name of the meter and of the activity source: give it to the OpenTelemetry builders.</summary>
    public const string Name = "Isthmus.Connectors";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(
        "isthmus.connection.calls", "{call}", "Calls sent to a vendor, each try counted.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "isthmus.connection.duration", "s", "How long a try took.");

    internal static Activity? Start(string connection, ApiCall call)
    {
        var span = Source.StartActivity($"{connection} {call.Operation}", ActivityKind.Client);
        span?.SetTag("isthmus.connection", connection).SetTag("isthmus.operation", call.Operation);
        return span;
    }

    internal static void Count(string connection, ApiCall call, string outcome, TimeSpan took)
    {
        var tags = new TagList
        {
            { "connection", connection }, { "operation", call.Operation }, { "outcome", outcome },
        };
        Calls.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }
}
