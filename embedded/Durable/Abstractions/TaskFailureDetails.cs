using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>An error as it is recorded in a history: type, message and stack as text, and the error that caused it.</summary>
/// <param name="ErrorType">Full name of the exception's type.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="InnerFailure">What caused it.</param>
/// <param name="Properties">Further properties of the error.</param>
public record TaskFailureDetails(
    string ErrorType, string ErrorMessage, string? StackTrace, TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    private Type? exceptionType;

    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    /// <summary>Whether the error was of type <typeparamref name="T"/> or derived from it.</summary>
    public bool IsCausedBy<T>() where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the error was of a type or derived from it.</summary>
    /// <exception cref="ArgumentException">The type is no exception.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException(
                $"The type {targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        }
        if (string.IsNullOrEmpty(ErrorType)) return false;
        exceptionType ??= Type.GetType(ErrorType) ?? targetBaseExceptionType.Assembly.GetType(ErrorType) ?? AnyLoaded(ErrorType);
        return exceptionType is not null && targetBaseExceptionType.IsAssignableFrom(exceptionType);
    }

    /// <summary>The details of an exception and of those inside it.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new TaskFailureDetails(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            exception is TaskFailedException { InnerException: null } failed ? failed.FailureDetails
                : exception.InnerException is { } inner ? FromException(inner) : null,
            null);
    }

    private static Type? AnyLoaded(string name)
    {
        var found = AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetType(name)).OfType<Type>().ToList();
        return found.Count > 1
            ? throw new AmbiguousMatchException($"Multiple exception types with the name '{name}' were found.")
            : found.SingleOrDefault();
    }
}
