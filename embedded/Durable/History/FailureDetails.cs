using Microsoft.DurableTask;

namespace DurableTask.Core;

/// <summary>An error as the history holds it.</summary>
public class FailureDetails
{
    /// <summary>An error.</summary>
    public FailureDetails(
        string errorType, string errorMessage, string? stackTrace, FailureDetails? innerFailure, bool isNonRetriable,
        IDictionary<string, object?>? properties = null)
    {
        ErrorType = errorType;
        ErrorMessage = errorMessage;
        StackTrace = stackTrace;
        InnerFailure = innerFailure;
        IsNonRetriable = isNonRetriable;
        Properties = properties;
    }

    /// <summary>Full name of the exception's type.</summary>
    public string ErrorType { get; }

    /// <summary>The exception's message.</summary>
    public string ErrorMessage { get; }

    /// <summary>Where it was thrown.</summary>
    public string? StackTrace { get; }

    /// <summary>What caused it.</summary>
    public FailureDetails? InnerFailure { get; }

    /// <summary>Whether no retry rule applies to it, as for an activity that does not exist.</summary>
    public bool IsNonRetriable { get; }

    /// <summary>Further properties of the error.</summary>
    public IDictionary<string, object?>? Properties { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    internal TaskFailureDetails ToTask() => new(ErrorType, ErrorMessage, StackTrace, InnerFailure?.ToTask(), Properties);

    internal static FailureDetails From(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is { } inner ? From(inner) : null,
        isNonRetriable: false,
        details.Properties);

    internal static FailureDetails From(Exception failure) => From(TaskFailureDetails.FromException(failure));
}
