namespace Isthmus.Agent.Business;

/// <summary>
/// A _bus object at work on one record: the verbs of the Business Object Interface with their return codes. Nothing is stored
/// before <see cref="Write"/>. Disposed of, it lets go of the record.
/// </summary>
internal interface IBusinessObject : IDisposable
{
    /// <summary>BOI's name: "SO_SalesOrder_bus".</summary>
    string Bus { get; }

    /// <summary>What the last verb said that gave 0 or -1.</summary>
    BoiError? Error { get; }

    /// <summary>Whether <see cref="SetKey"/> opened a new record.</summary>
    bool IsNew { get; }

    /// <summary>The record as it is stored.</summary>
    IBusinessRow? Stored { get; }

    /// <summary>Why the record may no longer be changed; null when it may.</summary>
    string? Closed { get; }

    /// <summary>Whether it has lines.</summary>
    bool HasLines { get; }

    /// <summary>Names one part of the key: 1 taken, 0 refused.</summary>
    int SetKeyValue(string column, object value);

    /// <summary>1 an existing record, 2 a new one, 0 refused or locked.</summary>
    int SetKey();

    /// <summary>1 taken, 0 refused. Order matters: a column may fill others.</summary>
    /// <param name="column">Sage's name, without the $.</param>
    /// <param name="value">Text or a decimal.</param>
    int SetValue(string column, object value);

    /// <summary>A new line; null with an <see cref="Error"/> where Sage gives none.</summary>
    IBusinessLine? AddLine();

    /// <summary>The line of a LineKey; null with an <see cref="Error"/> where there is none.</summary>
    IBusinessLine? EditLine(string lineKey);

    /// <summary>The line that carries the caller's own name for it; a new one where none does.</summary>
    IBusinessLine? LineOf(string external);

    /// <summary>1 stored, 0 refused, -1 stored with a warning.</summary>
    int Write();

    /// <summary>1 deleted, 0 refused.</summary>
    int Delete();
}

/// <summary>One line of a document on its way.</summary>
internal interface IBusinessLine
{
    /// <summary>What the last verb said that gave 0.</summary>
    BoiError? Error { get; }

    /// <summary>1 taken, 0 refused.</summary>
    int SetValue(string column, object value);

    /// <summary>1 taken into the document, 0 refused.</summary>
    int Write();
}
