namespace Microsoft.Azure.Functions.Worker;

/// <summary>The worker could not carry out a call.</summary>
public class FunctionWorkerException : Exception
{
    internal FunctionWorkerException(string message) : base(message) { }

    internal FunctionWorkerException(string message, Exception? innerException) : base(message, innerException) { }
}

/// <summary>A parameter could not be made of what the trigger brought.</summary>
public class FunctionInputConverterException : FunctionWorkerException
{
    internal FunctionInputConverterException(string message) : base(message) { }

    internal FunctionInputConverterException(string message, Exception? innerException) : base(message, innerException) { }
}
