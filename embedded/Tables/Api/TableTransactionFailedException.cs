using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>A transaction was refused; none of its actions took effect.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    /// <summary>Wraps the refusal; its message begins with the index of the action that caused it and a colon.</summary>
    /// <param name="requestFailedException">The refusal of the service.</param>
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(requestFailedException.Status, requestFailedException.Message, requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        var prefix = Message.Split(':', 2)[0];
        if (int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            FailedTransactionActionIndex = index;
    }

    /// <summary>The index of the action that the service refused, where it names one.</summary>
    public int? FailedTransactionActionIndex { get; }
}
