namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>A function took longer than host.json's functionTimeout.</summary>
internal sealed class FunctionTimeoutException(string function, TimeSpan timeout)
    : TimeoutException($"Function '{function}' took longer than functionTimeout ({timeout:c}) and was cancelled.");
