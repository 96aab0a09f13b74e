namespace DurableTask.Core.Exceptions;

/// <summary>An instance of the wanted id is there already, in a state that does not allow another one.</summary>
public class OrchestrationAlreadyExistsException(string message) : InvalidOperationException(message);
