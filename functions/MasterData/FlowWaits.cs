using Isthmus.Core.Failures;

namespace Isthmus.Functions.MasterData;

/// <summary>Something keeps a flow as a whole from going on: it waits, and no record of it becomes a dead letter.</summary>
internal static class FlowWaits
{
    /// <summary>Another flow has to be through first.</summary>
    public const string ForFlow = "waits-for-flow";

    /// <summary>The CRM lacks a field that the mapping writes.</summary>
    public const string ForField = "waits-for-field";

    /// <summary>The flow is off, or what it needs is not there.</summary>
    public const string Off = "flow-off";

    public static FailureException Because(string code, string flow, string message, string cure) => new(new Failure(
        FailureClass.Transient, Failure.Ours, $"carry {flow}", code, message, cure) { EffectUnknown = true });
}
