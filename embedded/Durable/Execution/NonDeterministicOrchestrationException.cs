namespace DurableTask.Core.Exceptions;

/// <summary>The orchestrator's code did not repeat what its history says it did.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(
    "Non-Deterministic workflow detected: " + message +
    " Was a change made to the orchestrator code after this instance had already started running?");
