package org.mercat.rest.planted;

public class WritesPdf {
  final com.openhtmltopdf.pdfboxout.PdfRendererBuilder builder = null;
}
