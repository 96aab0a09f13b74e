namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>What a converter made.</summary>
public readonly struct ConversionResult
{
    private ConversionResult(ConversionStatus status, object? value, Exception? error) => (Status, Value, Error) = (status, value, error);

    /// <summary>Whether it worked.</summary>
    public ConversionStatus Status { get; }

    /// <summary>The value of a success.</summary>
    public object? Value { get; }

    /// <summary>The reason of a failure.</summary>
    public Exception? Error { get; }

    /// <summary>Not a matter of this converter.</summary>
    public static ConversionResult Unhandled() => new(ConversionStatus.Unhandled, null, null);

    /// <summary>The value.</summary>
    public static ConversionResult Success(object? value) => new(ConversionStatus.Succeeded, value, null);

    /// <summary>It cannot be done.</summary>
    public static ConversionResult Failed(Exception exception) => new(ConversionStatus.Failed, null, exception);
}

/// <summary>How a conversion ended.</summary>
public enum ConversionStatus
{
    /// <summary>Not a matter of this converter.</summary>
    Unhandled = 0,

    /// <summary>There is a value.</summary>
    Succeeded = 1,

    /// <summary>It cannot be done.</summary>
    Failed = 2,
}
